def findings = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/alpine-check/report.json'), 'UTF-8').findings
        .findAll { it.rule == 'muslBinaries' }.collect { [it.path, it.line, it.severity, it.message] }
def image = 'eclipse-temurin:21-jre-alpine-3.20'
def library = 'org/xerial/snappy/native/Linux/x86_64/libsnappyjava.so'
def refused = { file -> "${file} cannot be loaded on ${image}, which has musl: \"Error loading shared library ld-linux-x86-64.so.2: No such file or directory\"".toString() }
assert findings == [
        ['Dockerfile', 2, 'error', "tool-1.0.tar.gz!/tool-1.0/bin/tool cannot start on ${image}, which has musl: there is no /lib64/ld-linux-x86-64.so.2, so it ends with \"not found\"".toString()],
        ['Dockerfile', 3, 'error', refused('target/native/' + library)],
        ['Dockerfile', 4, 'error', refused('target/musl-binaries-1.jar!/' + library)]]
return true
