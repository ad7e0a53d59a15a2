using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

internal static class LinkStepFake
{
    public static void Run(LinkStep step, StepRun run)
    {
        var old = run.Machine.Files.Find(step.Path, follow: false);
        var target = step.Hard ? run.Machine.Files.Find(step.To) : null;
        if (step.Hard
            ? old is not null && ReferenceEquals(old, target)
            : old is { Kind: InodeKind.Link } && old.Target == step.To)
        {
            return;
        }

        if (old is { Kind: InodeKind.Directory }
            || (step.Hard && run.Machine.Files.Find(step.Path) is { Kind: InodeKind.Directory }))
        {
            throw new StepFailure($"{step.Path} is a directory");
        }

        run.Require(!step.Hard || target is not null, $"{step.To} does not exist");
        Replace(step, run, old, target);
    }

    private static void Replace(LinkStep step, StepRun run, Inode? old, Inode? target)
    {
        var real = run.Real(step.Path, follow: false);
        var text = old is { Kind: InodeKind.Link } && !step.Hard
            ? $"{LinkStep.ReplaceLink} (was {old.Target})"
            : $"{LinkStep.LinkTo} {step.To}";
        run.Change(text, () =>
        {
            run.Require(target is not { Kind: InodeKind.Directory }, $"{step.To} is a directory");
            run.Machine.Files.Put(real!, target ?? Inode.Link(step.To));
        });
    }
}
