using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Store;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Web.Api;

/// <summary>
/// Turns the failure of a call into its answer: a refusal into the error it names, a bug into an internal failure and a
/// line of the log. When the answer does not say why the store failed, the log does.
/// </summary>
internal sealed class CallFailures(ILogger log, TimeProvider time) : IDisposable
{
    private readonly LineSampling storeFailures = new(1, log.StoreFailuresLeftOut, time);

    /// <param name="operation">The operation's name, for the log.</param>
    /// <param name="requestId">The id that the log and the answer name.</param>
    /// <param name="call">Makes the answer.</param>
    /// <param name="ct">The token of the call: its cancellation is thrown, not answered.</param>
    public async Task<ApiAnswer> AnswerAsync(
        string operation, string requestId, Func<Task<ApiAnswer>> call, CancellationToken ct)
    {
        try
        {
            return await call();
        }
        catch (OperationException refusal)
        {
            LogStoreFailure(refusal);
            return ApiAnswer.Error(refusal);
        }
        catch (Exception bug) when (bug is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.OperationFailed(operation, requestId, bug);
            return ApiAnswer.InternalFailure(requestId);
        }
    }

    public void Dispose() => storeFailures.Dispose();

    private void LogStoreFailure(OperationException refusal)
    {
        if (refusal.InnerException is StoreFailureException failure
            && !refusal.Message.StartsWith(failure.Message, StringComparison.Ordinal)
            && storeFailures.Takes())
        {
            log.StoreFailed(failure.Message);
        }
    }
}
