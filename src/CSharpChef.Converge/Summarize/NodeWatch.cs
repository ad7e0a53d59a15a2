namespace CSharpChef.Converge;

/// <summary>What is seen of one plan on one machine.</summary>
internal sealed class NodeWatch(Target target, ConvergePlan plan, SecretTexts secrets, RunWatch watch)
{
    public void Changing(int number, string change) => watch.Changing(target, plan[number], secrets.Masked(change));

    public void Note(string note) => watch.Note(target, note);

    public void Ended(ActionResult result) => watch.Ended(target, plan[result.Number], result);
}
