using CSharpChef.Converge.Evaluate.Threads;

namespace CSharpChef.Converge.Evaluate;

/// <summary>The point at which recipes wait for an answer. At most one recipe waits at a time.</summary>
internal sealed class PausePoint(RecipeRunner runner)
{
    private TaskCompletionSource<string> waiting = new();
    private Func<object?>? answer;

    /// <summary>The pause of the recipes; null while they run.</summary>
    public Pause? Current { get; private set; }

    /// <summary>The task that a recipe awaits: it ends with the answer of the node.</summary>
    public Task<string> WaitFor(Pause pause)
    {
        Current = pause;
        waiting = new TaskCompletionSource<string>();
        return waiting.Task;
    }

    /// <summary>Puts a question to the controller. The thread of the recipes waits here for the answer.</summary>
    public object? Ask(Pause.ControllerQuestion question)
    {
        Current = question;
        answer = null;
        runner.Suspend();
        return answer!();
    }

    public void Answer(string text) => Release(answered => answered.SetResult(text));

    public void Fail(ChefException error) => Release(answered => answered.SetException(error));

    /// <summary>Answers a question to the controller with what the function returns or throws in the recipe.</summary>
    public void Reply(Func<object?> answer)
    {
        this.answer = answer;
        Current = null;
    }

    private void Release(Action<TaskCompletionSource<string>> release)
    {
        Current = null;
        var answered = waiting;
        runner.Post(() => release(answered));
    }
}
