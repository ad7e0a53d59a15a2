namespace CSharpChef.Converge.Runs;

/// <summary>A run that the user no longer waits for: what is known of it, in words for the user.</summary>
internal sealed record LeftRun
{
    /// <summary>Whether the host has said that the run began, or that it waits for another one.</summary>
    public bool IsTaken { get; init; }

    /// <summary>Whether the host has been asked to end the run.</summary>
    public bool IsAsked { get; init; }

    /// <summary>What the host answered to the request to end the run; null without an answer.</summary>
    public CancelAnswer? Answer { get; init; }

    /// <summary>Why the host could not be asked; null when it could.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the program asks for content of files while it runs.</summary>
    public bool NeedsContent { get; init; }

    /// <summary>The command that follows the run.</summary>
    public required string Follow { get; init; }

    /// <summary>The command that asks the host to end the run.</summary>
    public required string Cancel { get; init; }

    private string GoesOn => "goes on with all its steps" + (NeedsContent
        ? "; a file whose content has not been sent yet fails"
        : "");

    /// <returns>The words for the user, a line each.</returns>
    public override string ToString() => this switch
    {
        { Answer: CancelAnswer.Ending } =>
            $"still running: the machine ends the run after its current step\nfollow it with: {Follow}",
        { Answer: CancelAnswer.NotRunning } => $"the machine says that the run has ended\nsee how with: {Follow}",
        { Problem: { } reason } => $"still running: it could not be asked to end ({reason}), so it {GoesOn}\n{Commands}",
        { IsTaken: false } =>
            $"the machine has not yet said whether the run began\nif it did, it {GoesOn}\nsee it with: {Follow}",
        { IsAsked: true } => "still running: the machine was asked to end the run after its current step, and has not "
            + $"answered yet\n{Commands}",
        _ => $"still running: it {GoesOn}\n{Commands}",
    };

    private string Commands => $"follow it with: {Follow}\nend it with: {Cancel}";
}
