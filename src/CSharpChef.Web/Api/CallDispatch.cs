using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Web.Serving;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Web.Api;

/// <summary>
/// Brings a call to the control plane, and its end into words. A change goes on when its client hangs up, and begins no
/// more once the server stops; a client that sends it again gets the first one's answer: by its invocation id from the
/// control plane, else from here.
/// </summary>
internal sealed class CallDispatch(IApi api, RepeatGuard repeats, Drain drain, ILogger log)
{
    public Task<ApiAnswer> RunAsync(
        ApiTarget target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct) => (target, caller) switch
        {
            ({ IsQuery: true }, _) => TryAsync(target, body, caller, ct),
            (_, { InvocationId: not null }) => ChangeAsync(target, body, caller).WaitAsync(ct),
            _ => repeats.OnceAsync(RepeatKey.Of(target, body, caller), () => ChangeAsync(target, body, caller), ct),
        };

    private async Task<ApiAnswer> ChangeAsync(ApiTarget target, ReadOnlyMemory<byte> body, Caller caller)
    {
        if (!drain.TryEnter())
        {
            return ApiAnswer.Error(
                ErrorStatus.Unavailable,
                "This server is stopping and changes nothing any more: try again in some seconds.");
        }

        try
        {
            return await TryAsync(target, body, caller, drain.Abandoned);
        }
        finally
        {
            drain.Leave();
        }
    }

    private async Task<ApiAnswer> TryAsync(
        ApiTarget target, ReadOnlyMemory<byte> body, Caller caller, CancellationToken ct)
    {
        try
        {
            return ApiAnswer.Output(await api.CallAsync(target.Text, body, caller, ct));
        }
        catch (OperationException refused)
        {
            return ApiAnswer.Error(refused);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return ApiAnswer.Error(ErrorStatus.Unavailable, "The call was given up before its end.");
        }
        catch (Exception bug)
        {
            log.Broke(target.Operation, caller.RequestId, bug);
            return ApiAnswer.InternalFailure(caller.RequestId);
        }
    }
}
