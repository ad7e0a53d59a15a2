namespace CSharpChef.TestSupport.Stacks.Providers;

/// <summary>A call that waits until a test releases it.</summary>
internal sealed class HeldCall
{
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the call has begun.</summary>
    public Task Begun => begun.Task;

    public void Release() => released.TrySetResult();

    public Task WaitAsync(CancellationToken ct)
    {
        begun.TrySetResult();
        return released.Task.WaitAsync(ct);
    }
}
