def findings = { module ->
    new groovy.json.JsonSlurper().parse(new File(basedir, module + '/target/alpine-check/report.json'), 'UTF-8').findings
            .findAll { it.rule == 'muslDependencies' }.collect { [it.path, it.severity, it.message, it.related] }
}
def refused = { module, version ->
    [['Dockerfile', 'error', "org.xerial.snappy:snappy-java:${version} (${module} \u2192 snappy-java) has native code that cannot be loaded on eclipse-temurin:21-jre-alpine-3.20, which has musl: org/xerial/snappy/native/Linux/x86_64/libsnappyjava.so ends with \"Error loading shared library ld-linux-x86-64.so.2: No such file or directory\"".toString(),
      [[path: 'pom.xml', line: 10, text: 'snappy-java is declared here']]]]
}
assert findings('old') == refused('old', '1.1.7.3')
assert findings('new') == refused('new', '1.1.10.7')
['old', 'new'].each { assert new File(basedir, it + '/target/alpine-check/jars.bin').length() > 1000 }
return true
