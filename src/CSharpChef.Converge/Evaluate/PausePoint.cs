namespace CSharpChef.Converge.Evaluate;

/// <summary>Where recipes wait for an answer of the node. At most one recipe waits at a time.</summary>
internal sealed class PausePoint(RecipeRunner runner)
{
    private TaskCompletionSource<string> waiting = new();

    /// <summary>The pause in which the recipes wait; null while they run.</summary>
    public Pause? Current { get; private set; }

    /// <summary>The task that a recipe awaits: it ends with the answer.</summary>
    public Task<string> WaitFor(Pause pause)
    {
        Current = pause;
        waiting = new TaskCompletionSource<string>();
        return waiting.Task;
    }

    public void Answer(string text) => Release(answered => answered.SetResult(text));

    public void Fail(ChefException error) => Release(answered => answered.SetException(error));

    private void Release(Action<TaskCompletionSource<string>> release)
    {
        Current = null;
        var answered = waiting;
        runner.Post(() => release(answered));
    }
}
