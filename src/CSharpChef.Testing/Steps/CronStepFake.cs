using CSharpChef.Converge.Plan;

namespace CSharpChef.Testing;

/// <summary>
/// A plan contains the file or block of a cron entry in place of its step; a step that no plan changed is replaced
/// here.
/// </summary>
internal static class CronStepFake
{
    public static void Run(CronStep step, StepRun run) =>
        StepFakes.Run(
            CronEntry.StepFor(step, new Node("fake", new Facts(run.Machine.Facts), NodeAttributes.None)), run);
}
