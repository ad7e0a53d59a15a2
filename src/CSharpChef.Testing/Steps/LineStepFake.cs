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
        run.Change(LineEdit.Change(step, old?.Text), () => run.Machine.Files.Put(real!, old?.With(content) ?? Inode.File(content)));
    }
}
