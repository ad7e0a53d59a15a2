using CSharpChef.Recipes.Steps;

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

        if (!CanRemove(step.Kind, old.Kind))
        {
            throw new StepFailure($"{step.Path} is {Phrase(old.Kind)}, not {Phrase(step.Kind)}");
        }

        var real = run.Real(step.Path, follow: false)!;
        run.Require(step.Recursive
            || files.IsEmpty(real), $"{step.Path} is not empty: set Recursive to remove what is in it");
        run.Change(AbsentStep.Remove, () => files.Remove(real));
    }

    private static bool CanRemove(PathKind wanted, InodeKind actual) => wanted switch
    {
        PathKind.File => actual is InodeKind.File or InodeKind.Link,
        PathKind.Directory => actual is InodeKind.Directory,
        _ => actual is InodeKind.Link,
    };

    private static string Phrase(Enum kind) => $"{kind}" switch
    {
        "Directory" => "a directory",
        "Link" => "a link",
        _ => "a file",
    };
}
