using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// The reason why the recipes of a node do not run: they wait for the node or the controller, or have finished.
/// </summary>
internal abstract record Pause
{
    private Pause()
    {
    }

    /// <summary>The declared resources must be converged now. Answer with Resume or Fail.</summary>
    internal sealed record Barrier(ResourceCollection Resources) : Pause;

    /// <summary>
    /// A command must be run on the node, before these resources that were declared since the last barrier. Answer with
    /// Answer or Fail.
    /// </summary>
    internal sealed record Question(string Command, SourceLocation At, IReadOnlyList<Resource> Declared) : Pause
    {
        /// <summary>The error for the recipe, with the place of the question.</summary>
        /// <param name="cause">Why the node did not answer.</param>
        /// <param name="help">What to add to the message.</param>
        public ConvergeException Failure(ConvergeException cause, string help = "") =>
            new($"{At}: {cause.Message}{help}", cause) { CommandExitCode = cause.CommandExitCode };
    }

    /// <summary>Something must be read on the controller. <see cref="ControllerAnswers"/> answers it.</summary>
    internal abstract record ControllerQuestion : Pause
    {
        /// <summary>What is read, for the person who waits for it.</summary>
        public abstract string Subject { get; }
    }

    /// <summary>The text of a secret must be read. Answer with AnswerSecret or Refuse.</summary>
    internal sealed record SecretQuestion(string Name) : ControllerQuestion
    {
        public override string Subject => $"secret {Name}";
    }

    /// <summary>The items of a data bag must be listed. Answer with AnswerItems or Refuse.</summary>
    internal sealed record DataBagQuestion(string Bag) : ControllerQuestion
    {
        public override string Subject => $"data bag {Bag}";
    }

    /// <summary>A data bag item must be read. Answer with AnswerItem or Refuse.</summary>
    internal sealed record ItemQuestion(ItemName Name) : ControllerQuestion
    {
        public override string Subject => $"data bag item {Name}";
    }

    /// <summary>All recipes have finished; these resources were declared since the last barrier.</summary>
    internal sealed record Finished(ResourceCollection Resources) : Pause;
}
