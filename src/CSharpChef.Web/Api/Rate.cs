namespace CSharpChef.Web.Api;

/// <summary>So many a second, after so many at once.</summary>
internal sealed record Rate(double PerSecond, int Burst);
