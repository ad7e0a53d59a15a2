namespace CSharpChef.Converge.Workers.Protocol;

/// <summary>A worker wrote what a run does not have: the worker must be killed.</summary>
/// <param name="reason">What it wrote, to follow "the process that evaluates recipes".</param>
internal sealed class ProtocolException(string reason, Exception? inner = null) : Exception(reason, inner);
