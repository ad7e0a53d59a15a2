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
        var parent = FileSystem.ParentOf(step.Path);
        run.Require(
            step.Recursive || run.Machine.Files.Find(parent) is { Kind: InodeKind.Directory },
            $"{step.Path}: the folder {parent} does not exist");
    }

    private static void Create(string path, StepRun run, Ownership ownership)
    {
        var machine = run.Machine;
        var above = FileSystem.ParentOf(path);
        while (machine.Files.Find(above, follow: false) is null)
        {
            above = FileSystem.ParentOf(above);
        }

        run.Require(
            machine.Files.Find(above) is { Kind: InodeKind.Directory }, $"{path}: {above} is not a directory");
        machine.Files.MakeDirectories(FileSystem.ParentOf(path));
        var real = machine.Files.Resolve(path, follow: true)!;
        machine.Files.Put(
            real, ownership.Applied(machine.Files.Inherited(real, Inode.Directory()), machine.Accounts));
    }
}
