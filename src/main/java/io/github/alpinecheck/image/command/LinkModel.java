package io.github.alpinecheck.image.command;

import io.github.alpinecheck.image.FileNode;
import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation.Outcome;
import io.github.alpinecheck.image.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ln} (POSIX.1-2017 {@code ln}); also busybox's and GNU's {@code -n} and {@code -T}. */
final class LinkModel implements CommandModel {

    @Override
    public Result run(Call call) {
        Arguments arguments = Arguments.of(call.arguments(), "t", "S", "target-directory");
        List<Operand> operands = arguments.operands();
        if (operands.size() != 2 || target(arguments)) {
            return operands.isEmpty() ? Result.fails(call.image()) : unknownPlace(call, arguments);
        }
        Operand target = operands.get(0);
        Operand link = operands.get(1);
        Optional<String> path = call.path(link).flatMap(p -> place(call, p, target, arguments));
        if (path.isEmpty()) {
            return Result.maySucceed(call.afterWritingTo(link));
        }
        ImageState image = call.image();
        FileNode old = image.file(path.get());
        boolean force = arguments.has("f", "force");
        Outcome possible = FileWrite.canBeMadeIn(image, FileSystem.parent(path.get()));
        boolean inTheWay = !old.equals(FileNode.ABSENT) && !old.equals(FileNode.UNKNOWN);
        if (inTheWay && (!force || old instanceof FileNode.Directory) || possible == Outcome.FAILS) {
            return Result.fails(image);
        }
        boolean toItself = call.path(target).equals(path);
        boolean certain = possible == Outcome.SUCCEEDS && !toItself && (inTheWay || old.equals(FileNode.ABSENT));
        if (arguments.has("s", "symbolic")) {
            FileNode node = target.glob() ? FileNode.UNKNOWN : new FileNode.Link(target.value());
            ImageState after = image.withFiles(image.files().with(path.get(), node, call.span()));
            return certain ? Result.succeeds(after) : Result.maySucceed(after);
        }
        return hardLink(call, target, path.get());
    }

    private static boolean target(Arguments arguments) {
        return !arguments.hasOnly(
                "f", "n", "s", "v", "T", "force", "no-dereference", "symbolic", "verbose", "no-target-directory");
    }

    private static Result unknownPlace(Call call, Arguments arguments) {
        List<Operand> places = new ArrayList<>(arguments.operands());
        places.add(arguments.value("t", "target-directory").orElse(new Operand(call.directory(), call.span(), false)));
        ImageState image = call.image();
        for (Operand place : places) {
            image = call.in(image).afterWritingTo(place);
        }
        return Result.maySucceed(image);
    }

    private static Optional<String> place(Call call, String path, Operand target, Arguments arguments) {
        if (arguments.has("T", "no-target-directory")) {
            return Optional.of(path);
        }
        ImageState image = call.image();
        boolean isLink = image.file(path) instanceof FileNode.Link;
        if (isLink && arguments.has("n", "no-dereference")) {
            return Optional.of(path);
        }
        if (image.followed(path) instanceof FileNode.Directory) {
            return target.known()
                    .map(FileSystem::name)
                    .filter(name -> !name.isEmpty() && !name.equals(".") && !name.equals(".."))
                    .flatMap(name -> image.resolveLinks(path).map(p -> p.equals("/") ? "/" + name : p + "/" + name));
        }
        return image.mayBeDirectory(path) ? Optional.empty() : Optional.of(path);
    }

    private static Result hardLink(Call call, Operand target, String path) {
        ImageState image = call.image();
        FileNode node = call.path(target).map(image::followed).orElse(FileNode.UNKNOWN);
        if (node.equals(FileNode.ABSENT)) {
            return Result.fails(image);
        }
        // from now on each of both names may change what the other shows
        FileNode shared = node instanceof FileNode.Regular ? FileNode.SOME_FILE : node;
        FileSystem files = image.files().with(path, shared, call.span());
        Optional<String> other = call.path(target).flatMap(image::resolveLinks);
        return Result.maySucceed(
                image.withFiles(other.isPresent() ? files.with(other.get(), shared, call.span()) : files));
    }
}
