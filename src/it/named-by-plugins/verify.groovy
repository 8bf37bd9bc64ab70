def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/alpine-check/report.json'))
assert report.dockerfiles*.path == ['images/app/Release', 'images/exec', 'images/spotify']
