namespace CSharpChef.Web;

/// <summary>A change that was made, for whoever asks for it again.</summary>
internal sealed class FirstCall(RepeatKey key, DateTimeOffset began)
{
    private readonly TaskCompletionSource<ApiAnswer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RepeatKey Key => key;

    public DateTimeOffset Began => began;

    public Task<ApiAnswer> Answer => answer.Task;

    /// <summary>Its client hung up before it was answered.</summary>
    public bool IsOwed { get; set; }

    public void Done(ApiAnswer value) => answer.SetResult(value);
}
