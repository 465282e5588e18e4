/* version.h - what nettle's configure would write */
#ifndef NETTLE_VERSION_H_INCLUDED
#define NETTLE_VERSION_H_INCLUDED
#define NETTLE_USE_MINI_GMP 0
#endif
