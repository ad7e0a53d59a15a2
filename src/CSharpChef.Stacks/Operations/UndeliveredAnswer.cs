namespace CSharpChef.Stacks.Operations;

/// <summary>
/// The answer to a change whose client disconnected before it arrived. The change may still be running.
/// </summary>
internal sealed record UndeliveredAnswer<TAnswer>(Task<TAnswer> Answer, DateTimeOffset StartedAt)
{
    /// <summary>True when the change has ended with an answer that is not kept; false while it is running.</summary>
    public async ValueTask<bool> HasFailedAsync(Func<TAnswer, bool> isSuccess) =>
        Answer.IsCompleted && !isSuccess(await Answer);

    /// <summary>True when the change has ended and started before the time; false while it is running.</summary>
    public bool IsOlderThan(DateTimeOffset time) => Answer.IsCompleted && StartedAt < time;
}
