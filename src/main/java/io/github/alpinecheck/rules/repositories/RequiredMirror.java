package io.github.alpinecheck.rules.repositories;

import io.github.alpinecheck.image.Invocation;
import io.github.alpinecheck.image.StageModel;
import io.github.alpinecheck.image.command.ApkCommandLine;
import io.github.alpinecheck.rule.Rule;
import io.github.alpinecheck.rule.RuleContext;
import io.github.alpinecheck.rule.RuleName;
import io.github.alpinecheck.rule.Severity;
import io.github.alpinecheck.text.PartialString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every {@code apk} that downloads does so from one of the listed mirrors, for all repositories that it reads. */
@RuleName("requiredMirror")
public final class RequiredMirror extends Rule {

    private static final String FILE = "/etc/apk/repositories";

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
        return urls.isEmpty() ? Optional.of("<requiredMirror> needs <urls>: at least one <url>") : Optional.empty();
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
        ApkCommandLine line =
                ApkCommandLine.parse(invocation.arguments(), invocation.before().release());
        if (!line.downloads() || line.has("--root")) {
            return;
        }
        for (String repository : repositories(invocation, line)) {
            if (!isAllowed(repository)) {
                context.report(
                        Severity.ERROR,
                        stage.index(),
                        invocation.span(),
                        context.message("elsewhere", repository, String.join(", ", urls)));
                return;
            }
        }
    }

    private boolean isAllowed(String repository) {
        // a repository on the disk is not downloaded from
        return repository.startsWith("/")
                || urls.stream().map(RequiredMirror::directory).anyMatch(directory(repository)::startsWith);
    }

    private static String directory(String url) {
        return url.endsWith("/") ? url : url + "/";
    }

    /** The addresses that this {@code apk} certainly reads. */
    private static List<String> repositories(Invocation invocation, ApkCommandLine line) {
        List<String> addresses = new ArrayList<>();
        String file = line.value("--repositories-file").flatMap(f -> f.known()).orElse(FILE);
        String content =
                invocation.before().content(file).map(PartialString::pattern).orElse("");
        for (String each : content.split("\n", -1)) {
            String text = each.strip();
            // "@tag address" is read for packages named "name@tag"
            String address =
                    text.startsWith("@") ? text.substring(text.indexOf(' ') + 1).strip() : text;
            if (address.indexOf(PartialString.HOLE) < 0 && address.contains("://") && !address.startsWith("#")) {
                addresses.add(address);
            }
        }
        for (ApkCommandLine.Option option : line.options()) {
            if (option.name().equals("--repository")) {
                option.value().flatMap(v -> v.known()).ifPresent(addresses::add);
            }
        }
        return addresses;
    }
}
