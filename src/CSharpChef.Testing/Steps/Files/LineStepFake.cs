namespace CSharpChef.Testing;

internal static class LineStepFake
{
    public static void Run(LineStep step, StepRun run)
    {
        var old = run.Machine.Files.Find(step.Path);
        if (old is { Kind: InodeKind.Directory })
        {
            throw new StepFailure($"{step.Path} is a directory");
        }

        if (LineEdit.Apply(step, old?.Text) is not { } text || text == old?.Text)
        {
            return;
        }

        var real = run.Real(step.Path, follow: true);
        if (old is not null)
        {
            run.KeepOld(step.Path, old.Content);
        }

        var content = StepRun.Bytes(text);
        run.Change(LineEdit.Change(step, old?.Text), () => Write(run.Machine.Files, real!, old, content));
    }

    private static void Write(FileSystem files, string real, Inode? old, byte[] content)
    {
        if (old is null)
        {
            files.Put(real, Inode.File(content));
        }
        else
        {
            files.Replace(old, old.With(content));
        }
    }
}
