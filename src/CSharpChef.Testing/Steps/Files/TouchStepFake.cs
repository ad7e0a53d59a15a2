using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

internal static class TouchStepFake
{
    public static void Run(TouchStep step, StepRun run)
    {
        var files = run.Machine.Files;
        var real = run.Real(step.Path, follow: true);
        run.Change(TouchStep.Touch, () => files.Put(real!, files.Find(real!) ?? Inode.File([])));
    }
}
