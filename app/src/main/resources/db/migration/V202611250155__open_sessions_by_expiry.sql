-- Asked every 20 seconds whose time is over: only of those that are open, which are few.
create index login_session_by_expires_at on login_session (expires_at) where ended_at is null;
