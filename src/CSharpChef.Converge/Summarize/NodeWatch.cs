using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Converge.Summarize;

/// <summary>What is seen of one plan on one machine.</summary>
internal sealed class NodeWatch(Target target, ConvergePlan plan, SecretTexts secrets, RunWatch watch)
{
    public void Changing(int number, string change) => watch.Changing(target, plan[number], secrets.Masked(change));

    public void Note(string note) => watch.Note(target, secrets.Masked(note));

    public void Ended(ActionResult result)
    {
        foreach (var log in plan[result.Number].Steps.OfType<LogStep>()
            .Where(_ => result.Status == ResultStatus.Unchanged))
        {
            watch.Said(target, log.Level, secrets.Masked(log.Message));
        }

        watch.Ended(
            target,
            plan[result.Number],
            result.Reason is { } reason ? result with { Reason = secrets.Masked(reason) } : result);
    }
}
