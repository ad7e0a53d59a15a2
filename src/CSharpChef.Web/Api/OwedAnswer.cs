namespace CSharpChef.Web.Api;

/// <summary>The answer to a change whose client hung up, for whoever asks for it again.</summary>
internal sealed record OwedAnswer(Task<ApiAnswer> Answer, DateTimeOffset Began)
{
    /// <summary>One that still comes has not.</summary>
    public async ValueTask<bool> HasFailedAsync() => Answer.IsCompleted && (await Answer).Code is not null;

    /// <summary>One that still comes is not.</summary>
    public bool IsOlderThan(DateTimeOffset time) => Answer.IsCompleted && Began < time;
}
