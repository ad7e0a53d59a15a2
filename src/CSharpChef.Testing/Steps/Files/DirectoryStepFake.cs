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
            run.Change(DirectoryStep.CreateDirectory, () => Create(step.Path, run.Machine, ownership));
        }
        else
        {
            ownership.Change(old, run);
        }
    }

    private static void RequireParent(DirectoryStep step, StepRun run)
    {
        var parent = FileSystem.ParentOf(step.Path);
        for (; step.Recursive
            && run.Machine.Files.Find(parent, follow: false) is null; parent = FileSystem.ParentOf(parent))
        {
        }

        run.Require(
            run.Machine.Files.Find(parent) is { Kind: InodeKind.Directory },
            $"{step.Path}: the folder {parent} does not exist");
    }

    private static void Create(string path, FakeMachine machine, Ownership ownership)
    {
        machine.Files.MakeDirectories(FileSystem.ParentOf(path));
        var real = machine.Files.Resolve(path, follow: true)!;
        machine.Files.Put(
            real, ownership.Applied(machine.Files.Inherited(real, Inode.Directory()), machine.Accounts));
    }
}
