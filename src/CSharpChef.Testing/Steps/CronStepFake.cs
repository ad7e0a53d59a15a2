using CSharpChef.Converge.Plan;

namespace CSharpChef.Testing;

/// <summary>A plan holds the file or the lines that a cron entry is; a step by itself becomes them here.</summary>
internal static class CronStepFake
{
    public static void Run(CronStep step, StepRun run) =>
        StepFakes.Run(
            CronEntry.Lowered(step, new Node("fake", new Facts(run.Machine.Facts), NodeAttributes.None)), run);
}
