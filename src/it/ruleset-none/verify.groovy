assert new File(basedir, 'build.log').text.contains('Dockerfiles: 1. Errors: 0, warnings: 0, infos: 0, suppressed: 0.')
