using CSharpChef.Web.Signing;

namespace CSharpChef.Web.Budgets;

/// <summary>
/// Bounds the bytes in memory of bodies whose calls are not judged yet: those of known clients, and small and large
/// ones of clients that are not.
/// </summary>
internal sealed class BodyBudgets(StrangerLimits limits, TimeProvider time) : IDisposable
{
    private readonly ClientBudget known = new(limits.KnownBodyBytes, limits.BodyShareTime, time);
    private readonly ClientBudget small = new(limits.SmallBodyBytes, limits.BodyShareTime, time);
    private readonly ClientBudget large = new(limits.LargeBodyBytes, limits.BodyShareTime, time);

    /// <param name="client">Who sends the body.</param>
    /// <param name="bytes">The bytes that the body still needs.</param>
    /// <param name="end">Ends the reading of the body: by its time, or when the body is given up.</param>
    /// <param name="ct">Cancelled by that end, and when the client disconnects.</param>
    public async Task<ClientShare> TakeAsync(
        BodyClient client, long bytes, CancellationTokenSource end, CancellationToken ct)
    {
        try
        {
            return await BudgetOf(client, bytes).TakeAsync(client.Name, bytes, end.Cancel, ct);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            throw RequestError.TooManyBodies();
        }
    }

    public void Dispose()
    {
        known.Dispose();
        small.Dispose();
        large.Dispose();
    }

    private ClientBudget BudgetOf(BodyClient client, long bytes) =>
        client.IsKnown ? known : bytes <= limits.SmallBody ? small : large;
}
