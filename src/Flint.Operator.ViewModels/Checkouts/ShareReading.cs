using Flint.Operator.Core.Amounts;
using Flint.Operator.Core.Validation;

namespace Flint.Operator.ViewModels.Checkouts;

/// <summary>What a <see cref="ShareInput"/> says: percent, or money, or nothing; or what to say at its field.</summary>
public sealed record ShareReading(int? Percent = null, Money? Money = null, FieldError? Error = null);
