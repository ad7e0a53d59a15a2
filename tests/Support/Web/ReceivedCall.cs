using CSharpChef.Stacks.Operations.Rights;

namespace CSharpChef.TestSupport.Web;

/// <summary>A call that reached the operations of a server.</summary>
internal sealed record ReceivedCall(string Target, string Body, Caller Caller);
