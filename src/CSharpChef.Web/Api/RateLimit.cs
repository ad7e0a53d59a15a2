namespace CSharpChef.Web.Api;

/// <summary>A token bucket: the sustained number of calls a second, and the burst before it applies.</summary>
internal sealed record RateLimit(double PerSecond, int Burst);
