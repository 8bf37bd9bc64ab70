def checked = { id ->
    new groovy.json.JsonSlurper().parse(new File(basedir, 'target/alpine-check/' + id + '/report.json')).dockerfiles*.path
}
assert checked('released') == ['Dockerfile']
assert checked('tools') == ['Dockerfile.tools']
return true
