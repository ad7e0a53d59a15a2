using CSharpChef.Converge.Plan;

namespace CSharpChef.Testing;

internal static class AbsentStepFake
{
    public static void Run(AbsentStep step, StepRun run)
    {
        var files = run.Machine.Files;
        if (files.Find(step.Path, follow: false) is not { } old)
        {
            return;
        }

        if (!MayGo(step.Kind, old.Kind))
        {
            throw new StepFailure($"{step.Path} is {Words(old.Kind)}, not {Words(step.Kind)}");
        }

        var real = run.Real(step.Path, follow: false)!;
        run.Need(step.Recursive
            || files.IsEmpty(real), $"{step.Path} is not empty: set Recursive to remove what is in it");
        run.Change(ChangeText.Remove, () => files.Remove(real));
    }

    private static bool MayGo(PathKind wanted, InodeKind there) => wanted switch
    {
        PathKind.File => there is InodeKind.File or InodeKind.Link,
        PathKind.Directory => there is InodeKind.Directory,
        _ => there is InodeKind.Link,
    };

    private static string Words(Enum kind) => $"{kind}" switch
    {
        "Directory" => "a directory",
        "Link" => "a link",
        _ => "a file",
    };
}
