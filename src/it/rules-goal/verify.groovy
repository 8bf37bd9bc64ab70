def log = new File(basedir, 'build.log').getText('UTF-8').replace('\r\n', '\n')
assert log.contains('''
apkCache (info)
    No layer of the shipped image keeps the index of packages that `apk` downloads.
''')
assert log.contains('''
requiredMirror (error, off until configured)
    Every `apk` command that downloads packages reads them from the listed mirrors only.
    parameters: urls
''')
assert log.contains('''
requiredLabel (warning, off until configured)
    parameters: labels
''')
// the page, without the marks of Markdown
assert log.contains('\nrequiredMirror\n\nEvery `apk` command') && log.contains('\nWhy it matters\n\n')
assert !log.contains('## Why') && !log.contains('```')
assert log.contains('requiredLabel (warning, 配置后才启用)\n    参数：labels\n    该规则来自其他 jar，没有说明页面。')
assert log.contains('There is no rule requiredMirors. Did you mean requiredMirror? Without -Drule, all are listed.')
