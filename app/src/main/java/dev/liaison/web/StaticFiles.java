package dev.liaison.web;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Serves style sheets, scripts, fonts and icons under the addresses that {@link Assets} makes. The
 * file dates cannot tell versions apart (the build is reproducible, all are the same), so the hash
 * in the name does.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {
  private static final CacheControl FOREVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    for (var folder : List.of("css", "js", "icons")) {
      serve(registry, "/" + folder + "/**", "classpath:/static/" + folder + "/");
    }
    serve(registry, "/favicon-*.svg", "classpath:/static/");
    // Named by the sheets, which cannot know a hash; a new version of the typeface is a new name.
    registry
        .addResourceHandler("/fonts/**")
        .addResourceLocations("classpath:/static/fonts/")
        .setCacheControl(FOREVER);
  }

  private static void serve(ResourceHandlerRegistry registry, String pattern, String location) {
    registry
        .addResourceHandler(pattern)
        .addResourceLocations(location)
        .setCacheControl(FOREVER)
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
  }
}
