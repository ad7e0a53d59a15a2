using CSharpChef.Stacks.Operations;
using Microsoft.Extensions.Logging;

namespace CSharpChef.Web.Api;

/// <summary>
/// Turns the failure of a call into its answer: a refusal into the error it names, a bug into an internal failure and a
/// line of the log.
/// </summary>
internal sealed class CallFailures(ILogger log)
{
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
            return ApiAnswer.Error(refusal);
        }
        catch (Exception bug) when (bug is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.OperationFailed(operation, requestId, bug);
            return ApiAnswer.InternalFailure(requestId);
        }
    }
}
