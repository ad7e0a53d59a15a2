namespace CSharpChef.Testing;

internal static class LinkStepFake
{
    public static void Run(LinkStep step, StepRun run)
    {
        var old = run.Machine.Files.Find(step.Path, follow: false);
        var target = step.Hard ? run.Machine.Files.Find(step.To) : null;
        if (step.Hard ? old is not null && ReferenceEquals(old, target) : old is { Kind: InodeKind.Link } && old.Target == step.To)
        {
            return;
        }

        if (old is { Kind: InodeKind.Directory })
        {
            throw new StepFailure($"{step.Path} is a directory");
        }

        run.Need(!step.Hard || target is { Kind: InodeKind.File }, $"{step.To} is not a file");
        Replace(step, run, old, target);
    }

    private static void Replace(LinkStep step, StepRun run, Inode? old, Inode? target)
    {
        var real = run.Real(step.Path, follow: false);
        if (old is { Kind: InodeKind.Link })
        {
            run.Change(ChangeText.ReplaceLink(old.Target), () => { });
        }

        run.Change(ChangeText.LinkTo(step.To), () => run.Machine.Files.Put(real!, target ?? Inode.Link(step.To)));
    }
}
