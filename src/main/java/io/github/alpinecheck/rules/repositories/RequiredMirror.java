package io.github.alpinecheck.rules.repositories;

import io.github.alpinecheck.alpine.Repository;
import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.command.ApkCommandLine;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import java.util.List;
import java.util.Optional;

/** Every {@code apk} that downloads does so from one of the listed mirrors, for all repositories that it reads. */
@RuleName("requiredMirror")
public final class RequiredMirror extends Rule {

    /** What the address of every repository starts with, such as {@code https://mirrors.ustc.edu.cn/alpine}. */
    private List<String> urls = List.of();

    @Override
    public Severity defaultLevel() {
        return Severity.ERROR;
    }

    @Override
    public boolean needsConfiguration() {
        return true;
    }

    @Override
    protected Optional<String> invalid() {
        return urls.isEmpty()
                ? Optional.of("<requiredMirror> needs <urls>: at least one <url>")
                : urls.stream()
                        .filter(url -> !hasScheme(url))
                        .findFirst()
                        .map(url -> "<requiredMirror> needs addresses with their scheme: " + url
                                + " fits no repository, https://" + url + " does");
    }

    @Override
    protected void check(RuleContext context) {
        for (StageModel stage : context.build().stages()) {
            for (Invocation invocation : stage.invocations()) {
                if (invocation.certain()
                        && invocation.runs("apk")
                        && invocation.before().isAlpine()) {
                    check(context, stage, invocation);
                }
            }
        }
    }

    private void check(RuleContext context, StageModel stage, Invocation invocation) {
        ApkCommandLine line = ApkCommandLine.of(invocation);
        if (!line.downloads() || line.has("--root")) {
            return;
        }
        for (ReadRepository read : ReadRepository.of(invocation, line)) {
            if (!isAllowed(read.repository())) {
                context.report(
                        Severity.ERROR,
                        stage.index(),
                        invocation.span(),
                        context.message("elsewhere", read.repository().address(), String.join(", ", urls)));
                return;
            }
        }
    }

    private static boolean hasScheme(String url) {
        return url.startsWith("https://") || url.startsWith("http://") || url.startsWith("ftp://");
    }

    private boolean isAllowed(Repository repository) {
        return repository.isOnDisk()
                || urls.stream().map(RequiredMirror::directory).anyMatch(directory(repository.address())::startsWith);
    }

    private static String directory(String url) {
        return url.endsWith("/") ? url : url + "/";
    }
}
