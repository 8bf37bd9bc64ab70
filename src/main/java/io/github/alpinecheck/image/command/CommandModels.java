package io.github.alpinecheck.image.command;

import io.github.alpinecheck.image.FileSystem;
import io.github.alpinecheck.image.ImageState;
import io.github.alpinecheck.image.Invocation.Outcome;
import io.github.alpinecheck.text.PartialString;
import java.util.Map;

/** The models by the names of their programs. */
public final class CommandModels {

    private static final Map<String, CommandModel> MODELS = Map.ofEntries(
            Map.entry("apk", new ApkModel()),
            Map.entry("cat", TextModels::cat),
            Map.entry("cc", Linking::compile),
            Map.entry("c++", Linking::compile),
            Map.entry("chmod", ChmodModel::chmod),
            Map.entry("clang", Linking::compile),
            Map.entry("clang++", Linking::compile),
            Map.entry("g++", Linking::compile),
            Map.entry("gcc", Linking::compile),
            Map.entry("cp", new CopyModel(false)),
            Map.entry("curl", Download::curl),
            Map.entry("echo", TextModels::echo),
            Map.entry("false", call -> Result.fails(call.image())),
            Map.entry("find", new FindModel()),
            Map.entry("jlink", Linking::jlink),
            Map.entry("ln", new LinkModel()),
            Map.entry("mkdir", new MakeDirectoryModel()),
            Map.entry("mv", new CopyModel(true)),
            Map.entry("printf", TextModels::printf),
            Map.entry("rm", new RemoveModel()),
            Map.entry("sed", SedModel::sed),
            Map.entry("tar", Archives::tar),
            Map.entry("tee", TextModels::tee),
            Map.entry("test", new TestModel()),
            Map.entry("[", new TestModel()),
            Map.entry("touch", new TouchModel()),
            Map.entry("true", call -> Result.succeeds(call.image())),
            Map.entry(":", call -> Result.succeeds(call.image())),
            Map.entry("unzip", Archives::unzip),
            Map.entry("update-ca-certificates", CommandModels::updateCertificates),
            Map.entry("wget", Download::wget));

    private static final CommandModel OTHER = new OtherProgram();

    private CommandModels() {}

    /** The model of a program; of one that is not modelled, as much as {@link OtherProgram} says. */
    public static CommandModel of(String program) {
        CommandModel model = MODELS.get(program);
        return model != null ? model : OTHER;
    }

    private static Result updateCertificates(Call call) {
        ImageState image = call.image();
        FileSystem files = image.files().withOpaque("/etc/ssl/certs");
        return new Result(image.withFiles(files), PartialString.UNKNOWN, Outcome.UNKNOWN, true);
    }
}
