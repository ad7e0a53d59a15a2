using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Secrets;
using CSharpChef.Converge.Targets;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Results;

/// <summary>Raises the events of one plan on one host, with secrets masked.</summary>
internal sealed class PlanEvents(Target target, ConvergePlan plan, SecretTexts secrets, RunEvents events)
{
    public void Beginning(int number) => events.Beginning(target, plan[number]);

    public void Changed(int number, string change) => events.Changed(target, plan[number], secrets.Masked(change));

    public void Note(string note) => events.Note(target, secrets.Masked(note));

    public void ActionEnded(ActionResult result)
    {
        var action = plan[result.Number];
        foreach (var log in action.Steps.OfType<LogStep>().Where(_ => result.Status == ResultStatus.Unchanged))
        {
            events.Log(
                target, log.Level, action.Resource.Sensitive ? Redaction.Mask : secrets.Masked(log.Message));
        }

        events.ActionEnded(
            target, action, result.Reason is { } reason ? result with { Reason = secrets.Masked(reason) } : result);
    }
}
