/**
 * The lake on S3. Start at {@link io.fulmar.store.s3.RemoteLake}, which pushes datasets to a bucket and pulls them;
 * {@link io.fulmar.store.s3.ColdCache} brings single files back for as long as they are read; {@link io.fulmar.store.s3.Retention} says
 * which files shall be plain, packed or away. Amazon's library stays behind {@link io.fulmar.store.s3.S3Store}, which is made only when
 * something is to be fetched or sent.
 *
 * <p>May know: {@code domain}, {@code bus}, {@code store/lake}.
 */
@NullMarked
package io.fulmar.store.s3;

import org.jspecify.annotations.NullMarked;
