using CSharpChef.Converge.Plan;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

/// <summary>
/// A plan contains the user and the file or block of a cron entry in place of its step; a step that no plan changed is
/// replaced here.
/// </summary>
internal static class CronStepFake
{
    public static void Run(CronStep step, StepRun run)
    {
        var node = new Node("fake", new Facts(run.Machine.Facts), NodeAttributes.None);
        foreach (var part in CronEntry.StepsFor(step, node, run.Action.Sensitive))
        {
            StepFakes.Run(part, run);
        }
    }
}
