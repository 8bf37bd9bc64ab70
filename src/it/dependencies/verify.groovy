def findings = { module ->
    new groovy.json.JsonSlurper().parse(new File(basedir, module + '/target/alpine-check/report.json'), 'UTF-8').findings
            .findAll { it.rule.startsWith('java') }.collect { [it.rule, it.message] }
}
def release = ['javaRelease', 'the project is compiled for Java 21, but the finished image (amazoncorretto:17-alpine) runs Java 17, which refuses its classes: UnsupportedClassVersionError']

// the modules that it depends on have no jar yet
assert findings('app') == [
    ['javaFonts', 'kaptcha (app \u2192 web \u2192 kaptcha) draws text, and the finished image (amazoncorretto:17-alpine) has neither fontconfig nor a font: the JVM cannot draw a single character'],
    release,
]
// what only the tests have is not in the image
assert findings('tested') == [release]
return true
