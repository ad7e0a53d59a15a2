using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

internal static class DirectoryStepFake
{
    public static void Run(DirectoryStep step, StepRun run)
    {
        var old = run.Machine.Files.Find(step.Path);
        if (old is null
            ? run.Machine.Files.Find(step.Path, follow: false) is not null
            : old.Kind != InodeKind.Directory)
        {
            throw new StepFailure($"{step.Path} is not a directory");
        }

        var ownership = new Ownership(step.Mode, step.Owner, step.Group);
        ownership.RequireNames(run);
        if (old is null)
        {
            RequireParent(step, run);
            run.Change(DirectoryStep.CreateDirectory, () => Create(step.Path, run, ownership));
        }
        else
        {
            ownership.Change(old, run);
        }
    }

    private static void RequireParent(DirectoryStep step, StepRun run)
    {
        var files = run.Machine.Files;
        var folder = step.Recursive ? files.ExistingAbove(step.Path) : FileSystem.ParentOf(step.Path);
        run.Require(files.Find(folder) is { Kind: InodeKind.Directory }, run.MissingFolder(step.Path));
    }

    private static void Create(string path, StepRun run, Ownership ownership)
    {
        var machine = run.Machine;
        machine.Files.MakeDirectories(FileSystem.ParentOf(path));
        var real = machine.Files.Resolve(path, follow: true)!;
        machine.Files.Put(
            real, ownership.Applied(machine.Files.Inherited(real, Inode.Directory()), machine.Accounts));
    }
}
