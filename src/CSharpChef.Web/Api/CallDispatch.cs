using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;

namespace CSharpChef.Web.Api;

/// <summary>
/// Runs calls in the control plane. A change continues when its client disconnects. A client that repeats the call gets
/// the answer of the first try: from the control plane when the call has an invocation id, else from
/// <see cref="UndeliveredAnswers{T}"/>. No change starts while the server shuts down.
/// </summary>
internal sealed class CallDispatch(
    OperationCall operations, CallFailures failures, GracefulShutdown shutdown, TimeProvider time)
{
    private readonly UndeliveredAnswers<ApiAnswer> undelivered = new(time, answer => answer.Code is null);

    public Task<ApiAnswer> RunAsync(
        ApiTarget target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct) => (target, caller) switch
        {
            ({ IsQuery: true }, _) => CallAsync(target, body, caller, ct),
            (_, { InvocationId: not null }) => ChangeAsync(target, body, caller).WaitAsync(ct),
            _ => undelivered.OnceAsync(
                RepeatedCall.KeyOf(target.Text, caller, body), () => ChangeAsync(target, body, caller), ct),
        };

    private async Task<ApiAnswer> ChangeAsync(ApiTarget target, ReadOnlyMemory<byte> body, Caller caller)
    {
        if (!shutdown.TryStartChange())
        {
            return ApiAnswer.Error(
                ErrorStatus.Unavailable,
                "This server is stopping and does not start changes: try again in a few seconds.");
        }

        try
        {
            return await CallAsync(target, body, caller, shutdown.Aborted);
        }
        finally
        {
            shutdown.EndChange();
        }
    }

    private async Task<ApiAnswer> CallAsync(
        ApiTarget target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct)
    {
        try
        {
            return await failures.AnswerAsync(
                target.Operation,
                caller.RequestId,
                async () => ApiAnswer.Output(await operations(target.Text, body, caller, ct)),
                ct);
        }
        catch (OperationCanceledException)
        {
            return ApiAnswer.Error(ErrorStatus.Unavailable, "The call was cancelled before it ended: try again.");
        }
    }
}
